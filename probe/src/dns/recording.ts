import { type DnsAnswer, type DnsClient, normalName, type QueryOptions, type RecordType } from '@whybounce/core/dns';
import { failure } from './failure.ts';
import { questionKey } from './question-key.ts';

/** One question with its answer. */
export interface RecordedQuestion {
  readonly name: string;
  readonly type: RecordType;
  /** The server that was asked directly; null for the resolver. */
  readonly server: string | null;
  readonly checkingDisabled: boolean;
  readonly answer: DnsAnswer;
}

/** What was asked and answered, each question once, in the order of the answers. Plain data: it can be kept as JSON. */
export interface DnsRecording {
  readonly questions: readonly RecordedQuestion[];
}

/** A client that notes what it is asked. */
export interface RecordingDns extends DnsClient {
  /** What was answered until now. */
  recording(): DnsRecording;
}

/** Notes every question and its answer on the way: for reports of what was asked, and for tests. */
export function recordingDns(client: DnsClient): RecordingDns {
  const questions = new Map<string, RecordedQuestion>();
  return {
    async query(name, type, options) {
      const answer = await client.query(name, type, options);
      const key = questionKey(name, type, options);
      // the first answer is the one on which the asker acted first
      if (!questions.has(key))
        questions.set(key, {
          name: normalName(name),
          type,
          server: options?.server ?? null,
          checkingDisabled: options?.checkingDisabled === true,
          answer,
        });
      return answer;
    },
    recording: () => ({ questions: [...questions.values()] }),
  };
}

/** Answers what was recorded, and `unreachable` to everything else. */
export function replayDns(recording: DnsRecording): DnsClient {
  const answers = new Map<string, DnsAnswer>();
  for (const { name, type, server, checkingDisabled, answer } of recording.questions)
    answers.set(questionKey(name, type, { server: server ?? undefined, checkingDisabled }), answer);
  return {
    async query<T extends RecordType>(name: string, type: T, options?: QueryOptions): Promise<DnsAnswer<T>> {
      const answer = answers.get(questionKey(name, type, options));
      // the key holds the type
      return (answer as DnsAnswer<T> | undefined) ?? failure(normalName(name), type, 'unreachable', 'not recorded');
    },
  };
}
