const NAMED = /arn:aws[\w-]*:lambda:[\w-]+:(\d{12}:function:[\w-]+)/g;

/** Whether a document's text names one of the functions, with or without a version or an alias. */
export function namesFunctions(document: string, functionArns: readonly string[]): boolean {
  const ours = new Set(functionArns.map(withoutRegion));
  return ours.size > 0 && [...document.matchAll(NAMED)].some(([, name = '']) => ours.has(name));
}

/** Calls for any region go to the one function of the name. */
const withoutRegion = (functionArn: string) => functionArn.split(':').slice(4).join(':');
