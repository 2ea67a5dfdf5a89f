import { expect, onTestFinished, test } from 'vitest';
import type { AssetId, BoardId } from '@samtavla/protocol';
import { S3Assets } from '../src/assets/s3/s3-assets.ts';
import { StartError } from '../src/start-error.ts';
import { StorageUnavailable } from '../src/storage/storage-error.ts';
import { AMPLE, assetStoreContract, stream, textOf } from './asset-store.contract.ts';
import { png } from './images.ts';
import { s3Server } from './s3-server.ts';
import { join, makeBoard, testServer } from './test-server.ts';

const BOARD = 'board-1' as BoardId;

async function service() {
  const running = await s3Server();
  onTestFinished(() => running.stop());
  return running;
}

assetStoreContract('S3', async () => S3Assets.open((await service()).bucket));

test('[A9] a key or a bucket that the service does not know stops the start, without the key', async () => {
  const { bucket } = await service();
  const wrongKey = S3Assets.open({ ...bucket, secretAccessKey: 'a-wrong-secret' });
  await expect(wrongKey).rejects.toThrow(StartError);
  await expect(wrongKey).rejects.toThrow('S3_ENDPOINT refuses what it is asked: SignatureDoesNotMatch.');
  await expect(S3Assets.open({ ...bucket, bucket: 'nowhere' })).rejects.toThrow(
    'S3_BUCKET is "nowhere", which S3_ENDPOINT does not know.',
  );
});

test('[A9] a service that does not answer stops no start, and costs images alone until it does', async () => {
  const { bucket, stop } = await s3Server();
  const earlier = await S3Assets.open(bucket);
  const id = await earlier.put(BOARD, stream('kept'), AMPLE);
  await stop();
  const store = await S3Assets.open(bucket);
  await expect(store.put(BOARD, stream('lost'), AMPLE)).rejects.toBeInstanceOf(StorageUnavailable);
  await expect(store.get(BOARD, id as AssetId)).rejects.toBeInstanceOf(StorageUnavailable);
  await expect(store.remove(BOARD)).rejects.toBeInstanceOf(StorageUnavailable);
});

test('[A9] of a board with many images all are counted, and all are taken away', async () => {
  const { bucket, objects } = await service();
  const store = await S3Assets.open(bucket);
  for (const text of ['a', 'b', 'c', 'd', 'e']) await store.put(BOARD, stream(text), AMPLE);
  expect(await store.put(BOARD, stream('f'), { assets: 5, bytes: 100 })).toBeNull();
  expect(objects.size).toBe(5);
  await store.remove(BOARD);
  expect(objects.size).toBe(0);
});

test('[A9] who opens a board has its images from the board’s server, and is led nowhere', async () => {
  const { bucket, objects } = await service();
  const server = await testServer({ assets: await S3Assets.open(bucket) });
  const { board, token } = await join(server, await makeBoard(server), 'participant');
  const headers = { authorization: `Bearer ${token}` };
  const path = `${server.url}/api/boards/${board.id}/assets`;
  const image = png(300, 200) as Uint8Array<ArrayBuffer>;
  const stored = await fetch(path, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'image/png' },
    body: image,
  });
  const { id } = (await stored.json()) as { id: AssetId };
  expect([...objects.keys()]).toEqual([`${board.id}/${id}`]);
  const answer = await fetch(`${path}/${id}`, { headers, redirect: 'error' });
  expect([answer.headers.get('content-type'), answer.headers.get('content-length')]).toEqual([
    'image/png',
    String(image.length),
  ]);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(image);
  expect(await textOf(await S3Assets.open(bucket), id, board.id)).toBe(Buffer.from(image).toString());
});
