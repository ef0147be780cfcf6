export { compileTemplate } from './compileTemplate';
export type { Overrides } from './overrides';
export type { RenderResult, Template, TemplateInput } from './Template';
export { TemplateError } from './TemplateError';
export type { TemplateObserver } from './TemplateObserver';
