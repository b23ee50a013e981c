export { aboutAddress } from './about-address.ts';
export { policyRows } from './by-cause.ts';
export type { PolicyRow } from './define.ts';
export { whileOpen } from './while-open.ts';
