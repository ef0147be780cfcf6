/** A log group's name for a stage, of the characters that such names have: `/aws/apigateway/Pet-store/prod`. */
export const logGroupFor = (apiName: string, stageName: string): string =>
  ['/aws/apigateway', apiName, stageName].map((part) => part.replace(/[^\w./#-]+/g, '-')).join('/');
