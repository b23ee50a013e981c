import { workerData } from 'node:worker_threads';
import { Probe, type ProbeOptions } from '@whybounce/probe';
import { serveCalls } from '../desk/serve-calls.ts';
import type { MessageTask } from './message-task.ts';
import { testMessage } from './test-message.ts';

/**
 * A thread that tests messages: hashing and reading one of 10 MB takes up to two seconds of a processor, in which the
 * thread that answers requests would answer nobody.
 */
const probe = new Probe(workerData as ProbeOptions | undefined);
serveCalls((task: MessageTask) => testMessage(probe, task));
