import type { ReasonId } from '../vocabulary/reason.ts';
import { contentDifferentials } from './content.ts';
import type { Differential } from './define.ts';
import { identityDifferentials } from './identity.ts';
import { noticeDifferentials } from './notice.ts';
import { policyDifferentials } from './policy.ts';
import { recipientDifferentials } from './recipient.ts';
import { reputationDifferentials } from './reputation.ts';
import { routeDifferentials } from './route.ts';

export type { Differential } from './define.ts';

/** For every reason the causes that can stand behind it. */
export const differentialTable: Readonly<Record<ReasonId, Differential>> = {
  ...recipientDifferentials,
  ...routeDifferentials,
  ...identityDifferentials,
  ...reputationDifferentials,
  ...contentDifferentials,
  ...policyDifferentials,
  ...noticeDifferentials,
};
