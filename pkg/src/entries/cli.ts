import { main } from '../command/main.js';
import { init } from './editor-node.js';

void main(process.argv.slice(2), init).then((code) => {
  process.exitCode = code;
});
