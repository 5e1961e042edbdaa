/**
 * The entry point of every `npm run` of this project. Plain JavaScript on Node built-ins, because it must run on a machine
 * with an old Node and nothing else: it installs what the task needs, then runs the task's steps under a new Node.
 */
import { parseArgs } from './setup/arguments.mjs';
import { requireTools } from './setup/browsers.mjs';
import { newNodeFolder } from './setup/node.mjs';
import { installPackages } from './setup/packages.mjs';
import { runStep } from './setup/steps.mjs';
import { TASKS } from './setup/tasks.mjs';

const [taskName = '', ...args] = process.argv.slice(2);
const task = TASKS[taskName];
if (!task) {
	console.error(`Unknown task "${taskName}". There are: ${Object.keys(TASKS).join(', ')}.`);
	process.exit(1);
}

const { tools, steps, keepGoing } = task(parseArgs(args));
requireTools(tools);
installPackages();
const nodeFolder = newNodeFolder();

let failedCount = 0;
for (const step of [{ name: 'wxt prepare', command: ['wxt', 'prepare'], quiet: true }, ...steps]) {
	const passed = await runStep(step, nodeFolder);
	if (keepGoing && steps.includes(step)) console.log(`${passed ? 'PASS' : 'FAIL'} ${taskName}: ${step.name}`);
	if (passed) continue;
	failedCount += 1;
	if (!keepGoing) break;
}
process.exit(failedCount > 0 ? 1 : 0);
