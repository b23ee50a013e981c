/** What is wrong with a posted form. */
export type FormFault =
  | 'media-type'
  | 'charset'
  | 'boundary'
  | 'truncated'
  | 'part-headers'
  | 'too-many-fields'
  | 'field-name'
  | 'field-value'
  | 'empty'
  | 'message-too-large'
  | 'earlier-too-large'
  | 'earlier-unreadable';

/** Thrown for a form that cannot be read. */
export class FormError extends Error {
  override readonly name = 'FormError';
  readonly fault: FormFault;

  constructor(fault: FormFault, options?: ErrorOptions) {
    super(`The form cannot be read: ${fault}.`, options);
    this.fault = fault;
  }
}
