import type { DiagnosisProse } from './diagnosis-table.ts';

/** Sentences about causes, tests and observations: for people, loaded when they are asked for. */
export async function loadDiagnosisProse(): Promise<DiagnosisProse> {
  return (await import('./generated/diagnosis-prose.ts')).diagnosisProse;
}
