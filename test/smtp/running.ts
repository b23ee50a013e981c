import { afterEach } from 'vitest';
import { type ScriptedSmtp, type SmtpScript, startSmtpScript } from '../peer/smtp-script.ts';

/** Gives a way to start scripted servers that are stopped after the test. Call it once, at the top of a test file. */
export function scriptedServers(): (script?: SmtpScript) => Promise<ScriptedSmtp> {
  const started: ScriptedSmtp[] = [];
  afterEach(async () => {
    for (const server of started.splice(0)) await server.stop();
  });
  return async (script) => {
    const server = await startSmtpScript(script);
    started.push(server);
    return server;
  };
}
