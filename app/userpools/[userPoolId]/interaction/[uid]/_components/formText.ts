/** What was typed into a field. */
export const formText = (form: FormData, name: string) => String(form.get(name) ?? '');
