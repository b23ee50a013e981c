import { deskCalls } from './desk-calls.ts';
import { type DeskPort, serveDesk } from './desk-port.ts';

/* The engine in its own thread: typing never waits for it. */

serveDesk(self as unknown as DeskPort, deskCalls());
