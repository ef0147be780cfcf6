import type { SdkApi, SdkFiles } from '../SdkApi';
import { SdkRefused } from '../SdkRefused';
import { pascalCase } from '../words';
import { javaClient } from './javaClient';
import { javaCore } from './javaCore';
import { javaJson } from './javaJson';
import { javaModel } from './javaModel';
import { javaSupport } from './javaSupport';
import { JAVA_WORDS } from './javaType';

export interface JavaNames {
  /** of the client's class, as far as it is no name yet */
  serviceName: string;
  packageName: string;
  /** the configuration property that the package came in */
  packageParameter: string;
  groupId: string;
  artifactId: string;
  artifactVersion: string;
}

/** A Maven project of the JDK's own classes alone; for Android too. @throws SdkRefused */
export function javaSdk(api: SdkApi, names: JavaNames): SdkFiles {
  const packageName = checkedPackage(names);
  const className = javaClassName(api, names.serviceName);
  const sources = {
    ...javaSupport(packageName, api.baseUrl, api.region),
    ApiGatewayCore: javaCore(packageName),
    Json: javaJson(packageName),
    [className]: javaClient(packageName, className, api),
    ...Object.fromEntries(api.classes.map((model) => [model.name, javaModel(packageName, model)])),
  };
  const folder = `java-sdk/src/main/java/${packageName.replaceAll('.', '/')}`;
  const files = Object.entries(sources).map(([name, text]) => [`${folder}/${name}.java`, text]);
  return { 'java-sdk/pom.xml': pom(names), ...Object.fromEntries(files) };
}

/** Of the client: none of the models has it. */
export function javaClassName({ classes }: SdkApi, serviceName: string): string {
  const modelNames = new Set(classes.map(({ name }) => name));
  const plain = `${pascalCase(serviceName).replace(/Client$/, '')}Client`;
  return modelNames.has(plain) || plain === 'Client' ? `Api${plain}` : plain;
}

function checkedPackage({ packageName, packageParameter }: JavaNames): string {
  const isOne = (part: string) => /^[A-Za-z_]\w*$/.test(part) && !JAVA_WORDS.has(part);
  if (!packageName.split('.').every(isOne))
    throw new SdkRefused(`Invalid Java package name: ${packageName}`, packageParameter);
  return packageName;
}

const pom = ({ groupId, artifactId, artifactVersion }: JavaNames) => `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>${groupId}</groupId>
  <artifactId>${artifactId}</artifactId>
  <version>${artifactVersion}</version>
  <properties>
    <maven.compiler.release>11</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
</project>
`;
