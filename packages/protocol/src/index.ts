export { ballotRequest, ballotResponse, commandRequest, commandResponse } from './commands.ts';
export type { CommandRequest, StageCommand } from './commands.ts';
export { documentName, parseDocumentName, DOCUMENT_KINDS } from './documents.ts';
export type { DocumentAddress, DocumentKind, SharedDocumentKind } from './documents.ts';
export { DOING_NOTHING } from './doing.ts';
export type { Doing, Point, View } from './doing.ts';
export { readDrag, writeDrag } from './drag.ts';
export type { DragMessage } from './drag.ts';
export { accessTo, isForDeleted, mayEnterDeleted, ROLES, ROUTE_GRANT } from './grant.ts';
export type { Access, GrantedRoute, Role } from './grant.ts';
export {
  assetResponse,
  boardFactsSchema,
  changesResponse,
  choiceSchema,
  copyBoardRequest,
  codeLinkResponse,
  codeResponse,
  createBoardRequest,
  createBoardResponse,
  doorRequest,
  doorResponse,
  endLinkRequest,
  errorResponse,
  joinRequest,
  joinResponse,
  linksSchema,
  localeSchema,
  gatheringsResponse,
  loginResponse,
  peopleResponse,
  perspectiveSchema,
  restoreVersionResponse,
  roleSchema,
  rotateLinkRequest,
  rotateLinkResponse,
  takeVersionRequest,
  versionSchema,
  versionsResponse,
  writingResponse,
} from './http.ts';
export type {
  BoardChange,
  BoardFacts,
  BoardVersion,
  EndedGathering,
  CopyBoardRequest,
  CreateBoardRequest,
  CreateBoardResponse,
  DoorResponse,
  JoinRequest,
  JoinResponse,
  Links,
  LoginResponse,
  PersonOnBoard,
  Perspective,
  RotateLinkRequest,
  VersionKind,
} from './http.ts';
export { MetadataFinder, withoutMetadata } from './image-metadata.ts';
export type { ImageType } from './image-metadata.ts';
export {
  isAssetId,
  isBoardId,
  isParticipantId,
  isRecordId,
  isTemplateId,
  isVersionId,
  newRecordId,
  now,
  randomId,
} from './ids.ts';
export type { AssetId, BoardId, Millis, ParticipantId, RecordId, TemplateId, VersionId } from './ids.ts';
export { savedTemplate, savedTemplateResponse, templatesResponse, VISIBILITIES } from './saved-template.ts';
export type { SavedTemplate, Visibility } from './saved-template.ts';
export {
  editTemplateRequest,
  importTemplateRequest,
  renewTemplateRequest,
  saveTemplateRequest,
  TEMPLATE_FILE_VERSION,
  templateContent,
  templateFile,
} from './template-file.ts';
export type {
  EditTemplateRequest,
  SaveTemplateRequest,
  TemplateContent,
  TemplateFile,
  TemplateThing,
} from './template-file.ts';
export { indexAt } from './layout/drawing-order.ts';
export { freePlace } from './layout/free-place.ts';
export { LAYOUT_VERSION, layoutOf, stampLayout } from './layout/layout-version.ts';
export {
  addNote,
  answerKeys,
  answersOf,
  authorOf,
  isNoteKind,
  NOTE_COLOURS,
  NOTE_KINDS,
  linkAnswer,
  LOOSE_GROUND,
  noteOf,
  perspectiveOf,
  readNotes,
} from './layout/notes.ts';
export {
  addMeasure,
  dayOf,
  MEASURE_STATUSES,
  measureFieldsOf,
  measureKeys,
  NO_FIELDS,
  readMeasures,
  setMeasureFields,
} from './layout/measures.ts';
export { MEASURE_FIELDS, type MeasureField } from './layout/measure-fields.ts';
export type { Measure, MeasureFields, MeasureStatus } from './layout/measures.ts';
export type { Author, NewNote, Note, NoteColour, NoteKind } from './layout/notes.ts';
export {
  addZone,
  inZoneOrder,
  newZoneId,
  readPlanFacts,
  readZones,
  renameBoard,
  removeZone,
  writeDomains,
  writePhases,
  writePlanFacts,
  zoneOf,
  zoneOver,
  zonePlace,
} from './layout/plan.ts';
export type { NamedChoice, PlanFacts, PlanPhase, PlanZone } from './layout/plan.ts';
export {
  addRecord,
  kindOf,
  parentOf,
  zoneIdOf,
  atOf,
  placeOf,
  RECORD_KINDS,
  recordsOf,
  recordsOfKind,
  stringOf,
} from './layout/records.ts';
export type { Place, RecordKind, RecordMap } from './layout/records.ts';
export { holdBack, isHeld, notesToReveal, readDeskNotes, revealNote, roundOf } from './layout/desk.ts';
export type { DeskNote, NoteToReveal, RevealedNote } from './layout/desk.ts';
export {
  DOORS,
  GATES,
  isZoneOpen,
  OPEN_STAGE,
  readStage,
  readWriters,
  stageOf,
  writeStage,
  writeWriters,
} from './layout/stage.ts';
export type { Door, Gate, Round, Stage } from './layout/stage.ts';
export {
  ballotsGiven,
  dotsOf,
  FINGERS,
  isWithin,
  readVoters,
  talliedDots,
  talliedFingers,
  talliedRatings,
  VOTE_STATES,
  votableIn,
  writeVoters,
} from './layout/votes.ts';
export type {
  Answers,
  Ballot,
  Dots,
  DotVote,
  FingerVote,
  Rating,
  RatingResult,
  RatingVote,
  Vote,
  VoteQuestion,
  VoteResult,
  VoteState,
} from './layout/votes.ts';
export { SCALE } from './layout/scale.ts';
export { groundOf, isInBox, placesUnder, THEME_TEXT, THEME_WIDTH, themeHeight } from './layout/theme-layout.ts';
export { addTheme, readThemes } from './layout/themes.ts';
export type { NewTheme, Theme } from './layout/themes.ts';
export {
  fragmentOf,
  fragmentOfLines,
  fragmentOfRichText,
  linesOf,
  replaceText,
  richTextOf,
  richTextOfLines,
} from './layout/text.ts';
export type { RichMark, RichNode, RichText } from './layout/text.ts';
export { LIMITS } from './limits.ts';
export type { Limits } from './limits.ts';
export {
  isPresence,
  NOBODY,
  readRoomNews,
  readTold,
  writeArrival,
  writeNews,
  writeRoomNews,
  writeTold,
} from './presence.ts';
export type { Arrival, Identity, News, PresenceId, RoomNews, Told } from './presence.ts';
export { isRefusalCode, refusalOfClose, REFUSALS } from './refusal.ts';
export type { RefusalCode } from './refusal.ts';
export { PROTOCOL_VERSION, VERSION_HEADER } from './version.ts';
