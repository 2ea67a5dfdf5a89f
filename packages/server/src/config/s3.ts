import type { S3Bucket } from '../assets/s3/s3-assets.ts';
import { allOrNone, given, originIn, secretOf, wrong, type Environment } from './environment.ts';

export function s3Of(env: Environment): S3Bucket | null {
  const parts = allOrNone({
    S3_ENDPOINT: given(env, 'S3_ENDPOINT'),
    S3_BUCKET: given(env, 'S3_BUCKET'),
    S3_REGION: given(env, 'S3_REGION'),
    S3_ACCESS_KEY_ID: secretOf(env, 'S3_ACCESS_KEY_ID'),
    S3_SECRET_ACCESS_KEY: secretOf(env, 'S3_SECRET_ACCESS_KEY'),
  });
  if (parts === null) return null;
  const endpoint = originIn(parts.S3_ENDPOINT);
  const bucket = parts.S3_BUCKET;
  if (endpoint === null)
    throw wrong('S3_ENDPOINT', JSON.stringify(parts.S3_ENDPOINT), 'an address such as https://s3.example.no');
  if (!/^[a-z\d][a-z\d.-]+$/.test(bucket)) throw wrong('S3_BUCKET', JSON.stringify(bucket), 'the name of a bucket');
  const [accessKeyId, secretAccessKey] = [parts.S3_ACCESS_KEY_ID, parts.S3_SECRET_ACCESS_KEY];
  return { endpoint, bucket, region: parts.S3_REGION, accessKeyId, secretAccessKey };
}
