import { parseArgs } from 'node:util';
import { startCourse } from './server.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const course = await startCourse({ coursePort: Number(values.port) });
console.log(`Cours de démonstration : ${course.courseUrl}/  (Ctrl+C pour arrêter)`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void course.close());
