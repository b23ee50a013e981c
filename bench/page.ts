import { timePages } from './page/timing.ts';
import { weighSite } from './page/weight.ts';

// The web page: what a visitor loads, how soon it shows something, how long an answer takes, how the pages are made.

await weighSite();
await timePages();
