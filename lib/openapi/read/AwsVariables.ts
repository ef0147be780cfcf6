/**
 * What `${AWS::AccountId}`, `${AWS::Partition}` and `${AWS::Region}` stand for in a document: AWS fills them in while
 * it imports (https://docs.aws.amazon.com/apigateway/latest/developerguide/import-api-aws-variables.html).
 */
export interface AwsVariables {
  AccountId: string;
  Partition: string;
  Region: string;
}

const variable = /\$\{AWS::(AccountId|Partition|Region)\}/g;

/** The text with its variables filled in; as it is where nobody says what they stand for. */
export function fillVariables(text: string, variables: AwsVariables | undefined): string {
  if (!variables) return text;
  return text.replace(variable, (_whole, name: keyof AwsVariables) => variables[name]);
}
