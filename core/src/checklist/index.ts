export { type AnswerSubject, checklistStep, checklistStepIds, type ReadAnswer, readAnswer } from './read-answer.ts';
export { type Checklist, type ChecklistItem, recipientChecklist } from './recipient-checklist.ts';
