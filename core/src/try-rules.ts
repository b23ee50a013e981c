import type { BounceEvent } from './event.ts';
import { finish, refusalOf } from './finish.ts';
import { readReply } from './read/reply.ts';
import { builtInRules, type RuleSet } from './rules/rule-set.ts';
import { type TrailMiss, type TrailStep, trail, trailMisses } from './rules/trail.ts';

/** What is known of a reply beside its words. */
export interface TrialSetting {
  /** The server that gave it. */
  readonly host?: string | undefined;
  /** The domain of the address that was refused. */
  readonly recipientDomain?: string | undefined;
  /** Default: the built-in rules. */
  readonly rules?: RuleSet | undefined;
}

/** How a reply is read, and by what. */
export interface Trial {
  readonly event: BounceEvent;
  /** Every rule that holds, in the order of rank: the first one gave the verdict. */
  readonly trail: readonly TrailStep[];
  /** Rules whose words stand in the reply and that do not hold all the same. */
  readonly misses: readonly TrailMiss[];
}

/**
 * Reads one SMTP reply and shows by which rules: for whoever writes rules and wants to know which of
 * them wins, and why. Never throws for what the reply is.
 */
export function tryRules(reply: string, setting: TrialSetting = {}): Trial {
  const { host = null, recipientDomain, rules = builtInRules() } = setting;
  const reading = readReply(
    reply
      .toWellFormed()
      .split(/\r\n?|\n/)
      .filter((line) => line.trim() !== ''),
  );
  reading.remoteHost = host;
  // Only the domain is known of the address, and only that is asked for.
  reading.recipient = recipientDomain === undefined ? null : `@${recipientDomain}`;
  const event = finish(reading, '-', rules);
  const failed = event.kind === 'bounce' || event.kind === 'deferral';
  const refusal = refusalOf(reading);
  return {
    event: { ...event, recipient: null },
    trail: failed ? trail(rules, refusal) : [],
    misses: failed ? trailMisses(rules, refusal) : [],
  };
}
