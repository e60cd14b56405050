/** Puts words into a field as if they were typed, so that the form, its draft and the page take notice. */
export function typeInto(
  field: HTMLInputElement | HTMLTextAreaElement | null,
  words: string,
): void {
  if (field === null) return;
  // React watches the property on the element itself and would take no notice: set it through the prototype.
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value') ?? {};
  set?.call(field, words);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
}
