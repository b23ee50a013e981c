/** The library behind the command: the same engine, for `import { decode } from 'whybounce'`. */
export * from '@whybounce/core';
