/** What is wrong with a template: where, and the rule it breaks. Together they make one sentence. */
export type Problem = { readonly place: string; readonly rule: string };
export type Problems = Generator<Problem, void, undefined>;
