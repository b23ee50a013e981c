/** What an element is made with: attributes by their names; true for those without a value, null for none. */
export type Attributes = Readonly<Record<string, string | true | null>>;

/** An element with attributes and children; text becomes text, never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== null) made.setAttribute(attribute, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}
