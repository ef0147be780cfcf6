/**
 * The configuration properties of every client of a product, from its address. All names end in or begin with `api`,
 * so that none is a word of a language, such as `class`, or a module that it has, such as `File`.
 */
export function sdkParameters(slug: string): Record<string, string> {
  const word = slug.replace(/(?<=.)-?api$/, '');
  const name = /^\d/.test(word) ? `api-${word}` : `${word}-api`;
  return {
    serviceName: name,
    javaPackageName: `com.example.${name.replaceAll('-', '')}`,
    javaArtifactId: `${name}-client`,
    'service.name': name,
    'ruby.gem-name': name,
  };
}
