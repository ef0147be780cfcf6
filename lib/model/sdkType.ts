/** A language that clients are made for, as GetSdkTypes tells of it. */
export interface SdkTypeDescription {
  id: string;
  friendlyName: string;
  description: string;
  configurationProperties: SdkConfigurationProperty[];
}

export interface SdkConfigurationProperty {
  name: string;
  friendlyName: string;
  description: string;
  required: boolean;
  defaultValue?: string;
}

/** javascript as AWS has it, python beyond AWS. */
export const sdkTypes: readonly SdkTypeDescription[] = [
  {
    id: 'javascript',
    friendlyName: 'JavaScript',
    description: 'A client for browsers and Node.js',
    configurationProperties: [],
  },
  {
    id: 'python',
    friendlyName: 'Python',
    description: 'A client for Python 3.8 and later',
    configurationProperties: [],
  },
];
