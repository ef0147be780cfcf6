'use client';

import { useState } from 'react';
import { identityTemplates } from './identityTemplates';
import type { TemplateApi } from './PolicyForm';

/** The templates, about the API that is chosen. */
export function useTemplates(apis: readonly TemplateApi[]) {
  const [apiId, choose] = useState(apis[0]?.id ?? '');
  const api = apis.find(({ id }) => id === apiId);
  return { apiId, choose, templates: identityTemplates(api) };
}
