/** An API as every language's generator reads it. */
export interface SdkApi {
  name: string;
  /** of the stage, absolute, without a slash at its end */
  baseUrl: string;
  /** that calls are signed for */
  region: string;
  operations: SdkOperation[];
  classes: SdkClass[];
}

export interface SdkOperation {
  /** lowerCamelCase, as AWS names it: `petsPetIdGet` */
  name: string;
  httpMethod: string;
  /** with its variables: `/pets/{petId}`, `/files/{proxy+}` */
  path: string;
  parameters: SdkParameter[];
  /** absent: the method takes none */
  body?: SdkType;
  /** of the first 2xx that has a JSON model; absent: whatever the API answers */
  answer?: SdkType;
}

export interface SdkParameter {
  name: string;
  location: 'path' | 'query' | 'header';
  required: boolean;
}

export type SdkType =
  | { kind: 'string' | 'integer' | 'number' | 'boolean' | 'any' }
  | { kind: 'list' | 'map'; of: SdkType }
  | { kind: 'class'; name: string };

export interface SdkClass {
  /** PascalCase; none of the words that a language has taken */
  name: string;
  members: { name: string; type: SdkType; required: boolean }[];
}

/** What a generator makes: its files, by their paths in the zip. */
export type SdkFiles = Readonly<Record<string, string>>;
