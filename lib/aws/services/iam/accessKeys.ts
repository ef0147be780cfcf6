import type { AccessKey } from '@/lib/model/identity';
import { AwsError } from '../../AwsError';
import { required } from '../../protocols/queryInput';
import { userNameOf, userResource } from './arns';
import type { IamRuns } from './IamRuns';
import { listed } from './listed';
import { userNamed } from './users';

export const accessKeys: IamRuns = {
  CreateAccessKey: {
    resource: userResource,
    run: async (call) => {
      const name = userNameOf(call);
      const key = await call.door.control.identity.createAccessKey(call.actor, name);
      return { AccessKey: { ...keyShape(name, key), SecretAccessKey: key.secretAccessKey } };
    },
  },
  ListAccessKeys: {
    resource: userResource,
    run: async (call) => {
      const user = await userNamed(call);
      return listed(
        call,
        'AccessKeyMetadata',
        user.accessKeys,
        ({ accessKeyId }) => accessKeyId,
        (key) => keyShape(user.userName, key),
      );
    },
  },
  UpdateAccessKey: {
    resource: userResource,
    run: async (call) => {
      const status = required(call.input, 'Status');
      if (status !== 'Active' && status !== 'Inactive')
        throw new AwsError('ValidationError', 'Status is Active or Inactive');
      const id = required(call.input, 'AccessKeyId');
      await call.door.control.identity.updateAccessKey(call.actor, userNameOf(call), id, status);
    },
  },
  DeleteAccessKey: {
    resource: userResource,
    run: async (call) => {
      const id = required(call.input, 'AccessKeyId');
      await call.door.control.identity.deleteAccessKey(call.actor, userNameOf(call), id);
    },
  },
};

const keyShape = (userName: string, { accessKeyId, status, createdDate }: AccessKey) => ({
  UserName: userName,
  AccessKeyId: accessKeyId,
  Status: status,
  CreateDate: new Date(createdDate),
});
