import { createElement, type SVGProps } from 'react';

type Path = { readonly d: string } & SVGProps<SVGPathElement>;

/** What the build puts in the place of each icon of the library (`lean-icons.ts`): the same drawing in one frame for all. */
export const leanIcon =
  (...paths: readonly Path[]) =>
  (props: SVGProps<SVGSVGElement>) =>
    createElement(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: '1em',
        height: '1em',
        fill: 'none',
        viewBox: '0 0 24 24',
        focusable: false,
        role: 'img',
        ...props,
      },
      ...paths.map((path) => createElement('path', path)),
    );
