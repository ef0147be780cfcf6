/** Stands for "validate parameters" in a form until the API's request validator is found or made on save. */
export const validateOnSave = 'validate-parameters';
