import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import type { AssetStore } from './asset-store.ts';
import { DiskAssets } from './disk/disk-assets.ts';
import { S3Assets } from './s3/s3-assets.ts';

/** Where the configuration keeps images. Throws a `StartError` when it cannot be used. */
export const openAssets = async ({
  dataDir,
  redisUrl,
  s3,
}: Pick<Config, 'dataDir' | 'redisUrl' | 's3'>): Promise<AssetStore> =>
  s3 === null ? new DiskAssets(join(dataDir, 'assets'), { isShared: redisUrl !== null }) : S3Assets.open(s3);
