/** Every limit both sides know, each with the reason for its size. Bytes, characters, milliseconds, counts. */
export const LIMITS = {
  /** A title is one line on a phone's join page. */
  titleCharacters: 120,
  /** A name is shown on every note its person writes. */
  nameCharacters: 60,
  /** The code that a board's making may take: a sentence, if the operator likes. */
  creationCodeCharacters: 100,
  /** A deleted board can be had back for so long: who was away for a holiday still can, and then a promise to delete is kept. */
  regretDays: 30,
  /** A version's name says which gathering it was, on one line of a phone. */
  versionNameCharacters: 80,
  /** What has changed since a gathering, told at once: more is no list that anybody reads. */
  changesTold: 500,
  /** Versions with a name are thinned by nobody: a gathering a month is twelve a year. */
  namedVersionsPerBoard: 100,
  /** What is half typed when writing closes still counts for so long: a letter over a bad line and back. */
  graceMillis: 3_000,
  /** A ballot that was sent as the vote closed still counts for so long: some tries over a bad line. */
  ballotGraceMillis: 5_000,
  /** A person's dots in a vote: more are a list, and no choice. */
  dotsPerVote: 20,
  /** Dots that a facilitator adds at once, of a hall that raised its hands. */
  addedDots: 500,
  /** More zones than a board has. */
  votedZones: 100,
  /** A second round is among a few. */
  votedAmong: 200,
  /** What a check by fingers asks: a sentence or two. */
  voteQuestion: 200,
  /** A phase: a working day. */
  phaseMinutes: 480,
  /** A plan of a day in quarters of an hour, and room. */
  phasesPerPlan: 50,
  /** A phase's name is one line on a phone, a zone's title too. */
  phaseNameCharacters: 80,
  /** What stands on a template's boards from the beginning: a board full of examples. */
  templateThings: 1_000,
  /** A template's lists of who one is and of levels: more than anybody reads. */
  templateChoices: 100,
  /** A template's description, a zone's question: a few sentences. */
  templateWords: 1_000,
  /** A template without its images: so many things, of which a drawing may be long. */
  templateBytes: 4 * 1024 * 1024,
  /** A template's file, with its images a third longer than they are. */
  templateFileBytes: 32 * 1024 * 1024,
  /** Templates that the gallery shows of those saved here: the newest. */
  templatesShown: 200,
  /** A JSON body: the longest legitimate one (join) is under 1 kB. */
  bodyBytes: 64 * 1024,
  /** One WebSocket frame: a paste of 2 000 notes is about 1 MB. */
  frameBytes: 2 * 1024 * 1024,
  /** A document's name: two ids of 64 and the kind between them. */
  documentNameCharacters: 160,
  /** A tab opens plan, stage, canvas and a desk; a facilitator the inbox too. Room for one version's growth. */
  documentsPerSocket: 8,
  /** What a socket may queue before it has said who it is: the first sync messages of each document. */
  framesBeforeAuthentication: 32,
  /** The same in bytes. A state vector has some ten for each visit that wrote: a hundred thousand visits to the board. */
  bytesBeforeAuthentication: 1024 * 1024,
  /** A phone on a bad network gets this long to say who it is. */
  authenticationMillis: 10_000,
  /**
   * Updates that one connection may leave waiting for others. A client may send each letter typed through a break before the
   * handshake that brings what was lost on the way: so many letters are two minutes of typing.
   */
  waitingUpdates: 500,
  /** The same in bytes. Who goes over either comes again, and then the handshake carries all. */
  waitingBytes: 256 * 1024,
  /** All that waits in a document, whoever left it: whoever opens the document gets it too. */
  documentWaitingBytes: 512 * 1024,
  /**
   * With each update that waits, Yjs goes through all that waits already, piece by piece, some microseconds each. So many pieces at
   * once, whoever sent them: a second, and more than `waitingUpdates` letters come to.
   */
  waitingPieces: 150_000,
  /** And so many a second: what waited is gone through once more by whoever opens the document after a crash. */
  waitingPiecesPerSecond: 1_000,
  /** Types within types: a list in a list is two. Some thousands overflow the stack of whoever deletes them. */
  nestedTypes: 100,
  /** A photo of `imageSidePixels` is well under 1 MB when the board app has encoded it; a screenshot kept without loss may be 4. */
  assetBytes: 5 * 1024 * 1024,
  /** An image's longest side, to which the board app scales it down: sharp on a projector, and 16 MB in memory, where a phone's photo is 200. */
  imageSidePixels: 2_048,
  /** The images of a board: everybody who opens it fetches those in view, and none is thrown away before the board is. */
  assetsPerBoard: 300,
  /** The same in bytes: a small server's disk holds a hundred such boards. */
  assetBytesPerBoard: 200 * 1024 * 1024,
  /** Uploads under way on one board, each of which may fill its size on the disk before it is weighed. */
  uploadsAtOnce: 16,
  /** A reader this far behind will not catch up; it reconnects and gets the difference instead. */
  bufferedBytes: 4 * 1024 * 1024,
  /** Records that one drag message places: more than a screen shows of them. A larger drag is seen when it is dropped. */
  draggedRecords: 200,
  /** A drag message: so many records, each an id of ours and three numbers, are about 10 kB. */
  dragBytes: 16 * 1024,
  /** Drag messages a second on one socket: 20 for each of the two documents of one drag, and as many again for jitter. */
  dragsPerSecond: 80,
  /** Behind so many unread bytes a position is old when it arrives: it is skipped, and the next may not be. */
  positionBacklogBytes: 64 * 1024,
  /**
   * What one socket may send a second, drags aside: pointing is 20 messages, a slider or a held key as many as the screen has frames,
   * so this is twice what two hands bring about.
   */
  messagesPerSecond: 250,
  /** And at once, after a rest: what piled up during the half minute after which a line counts as dead, or some pastes. */
  messageBurst: 5_000,
  /** A longer message counts as one for each time it is so long: 1 MB a second, and 20 MB at once, a paste of 2 000 notes being 1. */
  messageBytes: 4 * 1024,
  /**
   * A question for a document counts as so many: the answer may be all of it, milliseconds of work. A tab asks for four as it opens,
   * and for one when its line seems to be back: twenty at once, and one a second.
   */
  questionMessages: 250,
  /** What one client says of itself: 20 records of the longest ids, and a bubble in the widest letters. */
  presenceBytes: 4 * 1024,
  /** Records that a person is seen to have selected: enough to see what they are about. */
  selectedTold: 20,
  /** A bubble at a cursor, not a letter. */
  sayingCharacters: 120,
  /** Between two messages of presence to one person: 20 a second look fluent. */
  presenceMillis: 50,
  /**
   * Messages of presence a second to all of a room together: each is a write to a socket, of which a core manages some 100 000. Up to
   * 150 people it is each one's 20 a second; 300 get 10, a thousand 3.
   */
  presenceMessagesPerSecond: 3_000,
  /** Of more people who point at once, each person is told this many a message: those they follow and see, then others in turn. */
  pointersPerMessage: 50,
  /** What a person is told a second of what others select, say and where they rest: with those who point under 0.5 Mbit/s, for a phone. */
  presenceBytesPerSecond: 40 * 1024,
} as const;

/** The same limits with other numbers: a test that reaches one need not wait ten seconds for it. */
export type Limits = { readonly [Name in keyof typeof LIMITS]: number };
