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

const required = (name: string, friendlyName: string, description: string) => ({
  name,
  friendlyName,
  description,
  required: true,
});
const optional = (name: string, friendlyName: string, description: string, defaultValue: string) => ({
  name,
  friendlyName,
  description,
  required: false,
  defaultValue,
});

const project = {
  groupId: 'Group of the Maven project, such as com.example',
  artifactId: 'Name of the Maven project',
  artifactVersion: 'Version of the Maven project',
};

/** Those of AWS's that are offered, with the properties that AWS asks for; python and typescript go beyond AWS. */
export const sdkTypes: readonly SdkTypeDescription[] = [
  {
    id: 'java',
    friendlyName: 'Java',
    description: 'A client for Java 11 and later',
    configurationProperties: [
      required('serviceName', 'Service name', 'Name of the client; its class is called after it'),
      required('javaPackageName', 'Java package name', 'Package of the client, such as com.example.pets'),
      optional('javaGroupId', 'Java group id', project.groupId, 'com.example'),
      optional('javaArtifactId', 'Java artifact id', project.artifactId, 'api-client'),
      optional('javaArtifactVersion', 'Java artifact version', project.artifactVersion, '1.0'),
    ],
  },
  {
    id: 'android',
    friendlyName: 'Android',
    description: 'The Java client, named as clients for Android are',
    configurationProperties: [
      required('groupId', 'Group id', project.groupId),
      required('artifactId', 'Artifact id', `${project.artifactId}; the class is called after it`),
      required('artifactVersion', 'Artifact version', project.artifactVersion),
      required('invokerPackage', 'Invoker package', 'Package of the client, such as com.example.pets'),
    ],
  },
  {
    id: 'javascript',
    friendlyName: 'JavaScript',
    description: 'A client for browsers and Node.js',
    configurationProperties: [],
  },
  {
    id: 'typescript',
    friendlyName: 'TypeScript',
    description: 'A typed client for browsers and Node.js',
    configurationProperties: [],
  },
  {
    id: 'python',
    friendlyName: 'Python',
    description: 'A client for Python 3.8 and later',
    configurationProperties: [],
  },
  {
    id: 'ruby',
    friendlyName: 'Ruby',
    description: 'A client for Ruby 2.7 and later',
    configurationProperties: [
      required('service.name', 'Service name', 'Name of the client; its module is called after it'),
      optional('ruby.gem-name', 'Gem name', 'Name of the gem', 'api-client'),
      optional('ruby.gem-version', 'Gem version', 'Version of the gem', '1.0.0'),
    ],
  },
];
