/**
 * Starts Learning Locker's statements service (npm `xapi-statements`) in memory, on a free port of this machine only, and sends the
 * port to the parent process. By itself the service listens on all addresses, and says no port.
 */
import { Server } from 'node:net';

Object.assign(process.env, {
	MODELS_REPO: 'memory',
	STORAGE_REPO: 'memory',
	AUTH_REPO: 'test',
	EVENTS_REPO: 'test',
	SERVICE_AWAIT_UPDATES: 'true',
	EXPRESS_BODY_PARSER_LIMIT: '1mb',
	WINSTON_CONSOLE_LEVEL: 'error',
});

const { listen } = Server.prototype;
Server.prototype.listen = function listenHere() {
	return listen.call(this, { port: 0, host: '127.0.0.1' }, () => process.send?.({ port: this.address().port }));
};
await import('xapi-statements/dist/server.js');
