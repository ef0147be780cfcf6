import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { createApp, deleteApp, getApp, listApps, updateApp } from './apps';
import { catalogue } from './catalogue';
import { createKey, revokeKey, rotateKey } from './keys';
import { page } from './page';
import { portalUsage } from './portalUsage';
import { deleteProduct, listProducts, putProduct } from './products';
import { sdk, sdks } from './sdks';
import { subscribe } from './subscribe';
import { cancelSubscription, decideSubscription, listSubscriptions } from './subscriptions';
import { tryIt } from './tryIt';

export function portalOperations(context: ControlContext): Control['portal'] {
  return {
    catalogue: catalogue(context),
    page: page(context),
    sdks: sdks(context),
    sdk: sdk(context),
    products: listProducts(context),
    putProduct: putProduct(context),
    deleteProduct: deleteProduct(context),
    tryIt: tryIt(context),
    apps: listApps(context),
    app: getApp(context),
    createApp: createApp(context),
    updateApp: updateApp(context),
    deleteApp: deleteApp(context),
    subscribe: subscribe(context),
    cancelSubscription: cancelSubscription(context),
    subscriptions: listSubscriptions(context),
    decideSubscription: decideSubscription(context),
    createKey: createKey(context),
    rotateKey: rotateKey(context),
    revokeKey: revokeKey(context),
    usage: portalUsage(context),
  };
}
