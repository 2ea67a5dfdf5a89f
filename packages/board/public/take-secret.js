// First of all, before anything else loads: the secret after `#` leaves the address bar, so that it is in no screenshot, on no
// projector and in no referrer. `src/session/secret.ts` picks it up. A classic script, because a module would run later.
(function () {
  function take() {
    var board = /^\/[tm]\/([A-Za-z0-9_-]{1,64})\/?$/.exec(location.pathname);
    var secret = location.hash.slice(1);
    // Shorter is no secret but a place on the page.
    if (!board || secret.length < 16) return false;
    history.replaceState(history.state, '', location.pathname + location.search);
    try {
      sessionStorage.setItem('samtavla:secret:' + board[1], secret);
    } catch {
      window.samtavlaSecret = { board: board[1], secret: secret };
    }
    return true;
  }
  take();
  // Another link to the same board, opened in this tab, changes only the fragment: begin again with it.
  addEventListener('hashchange', function () {
    if (take()) location.reload();
  });
})();
