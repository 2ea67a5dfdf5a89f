/**
 * What the build gives Hocuspocus' provider in the place of `y-protocols/awareness`: presence is ours (`presence.ts`), and the provider is
 * told to have none.
 */
function none(): never {
  throw new Error('There is no awareness here: presence is our own.');
}

export {
  none as applyAwarenessUpdate,
  none as Awareness,
  none as encodeAwarenessUpdate,
  none as removeAwarenessStates,
};
