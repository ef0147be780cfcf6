import { compileTemplate, type Template, TemplateError } from '../vtl/index';

/**
 * A mapping template; one that does not compile is kept and fails each call that comes to it, as on AWS, which takes a
 * document with such a template and deploys it (recorded).
 */
export function lateTemplate(source: string, name: string): Template {
  try {
    return compileTemplate(source, name);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return {
      render() {
        throw error;
      },
    };
  }
}
