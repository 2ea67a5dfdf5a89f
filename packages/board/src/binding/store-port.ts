/**
 * What the binding asks of a canvas' store. The canvas implements it over tldraw; the tests over a plain map. The records have
 * tldraw's form, which is the smallest thing to agree on, but nothing here knows tldraw.
 */
export type Values = Readonly<Record<string, unknown>>;

export type StoreShape = {
  readonly typeName: 'shape';
  /** `shape:<record id>`. */
  readonly id: string;
  readonly type: string;
  /** Page coordinates, or the parent's when `parentId` is a shape. */
  readonly x: number;
  readonly y: number;
  readonly rotation: number;
  readonly index: string;
  readonly parentId: string;
  readonly isLocked: boolean;
  readonly opacity: number;
  readonly props: Values;
  /** `zone`, `theme`: the ids of the records of the zone it stands in and the theme that gathers it. */
  readonly meta: Values;
};

/** What ties an arrow to a shape. */
export type StoreTie = {
  readonly typeName: 'binding';
  readonly id: string;
  readonly type: string;
  readonly fromId: string;
  readonly toId: string;
  readonly props: Values;
  readonly meta: Values;
};

export type StoreRecord = StoreShape | StoreTie;

/** `prev` null: made; `next` null: deleted. */
export type UserChange = { readonly id: string; readonly prev: StoreRecord | null; readonly next: StoreRecord | null };

/** Where a shape is shown, in the store's coordinates. */
export type ShownPlace = Pick<StoreShape, 'id' | 'x' | 'y' | 'rotation'>;

export type StorePort = {
  get(id: string): StoreRecord | null;
  /** Shows and takes away. A record that cannot be shown is skipped, never thrown over: the others still are. */
  apply(put: readonly StoreRecord[], remove: readonly string[]): void;
  /** Shows shapes that are there already at other places; nothing else of them changes. */
  move(places: readonly ShownPlace[]): void;
  /** Calls back once an operation with all that the user changed in it; returns the way to stop. */
  onUserChanges(listener: (changes: readonly UserChange[]) => void): () => void;
  /** Whether the user is in the middle of a drag or the like: what it changes is written when it is over. */
  isInGesture(): boolean;
  /** Calls back when the gesture is over, or when the page may be gone before it is. Returns the way to stop. */
  onGestureEnd(listener: () => void): () => void;
  /** Ends the gesture, if there is one, as if it had never begun: soon, not in the middle of what calls for it. */
  callOffGesture(): void;
  /** The shape whose text is open for typing here: its text belongs to its editor until it is closed. */
  openText(): string | null;
  /** Runs a part of a long task when there is time for it. */
  later(task: () => void): void;
  /** The props a shape of this type has when nothing else is said; null for a type this client does not know. */
  readonly defaultProps: (type: string) => Values | null;
};
