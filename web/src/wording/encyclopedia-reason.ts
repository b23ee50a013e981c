/** What pages of reasons say. */
export const reasonWording = {
  indexTitle: 'What a bounce can say: all reasons',
  indexHeading: 'Reasons',
  indexDescription:
    'The closed list of reasons into which every refusal is sorted: causes behind each, who must act, codes, and the class in nine other classifiers.',
  indexLead:
    'What a refusal says, in a closed list. A reason is what the server says; a cause is why it happened, and several can stand behind one reason.',
  title: (says: string): string => `Refusals that say: ${says}`,
  id: 'Its id',
  who: 'Who must act',
  resend: 'May I just resend?',
  family: 'It is about',
  why: 'Why',
  codes: 'Codes that mostly mean it',
  entries: 'Who says it',
  systems: (count: number): string => (count === 1 ? 'One system' : `${count} systems`),
  moreSystems: (count: number): string => (count === 1 ? 'One more system' : `${count} more systems`),
  wordings: 'Wording that many servers share',
} as const;
