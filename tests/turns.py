"""Hold back the turns in which a page goes on with long work (overrides/assets/shell/turns.js)."""

HELD_BACK = """
let time = 0;
performance.now = () => (time += 100);
const set = Element.prototype.setAttribute;
let busy = false;
Element.prototype.setAttribute = function (name, value) {
    busy ||= name === "aria-busy";
    return set.call(this, name, value);
};
scheduler.yield = () => {
    const held = busy;
    busy = false;
    return held ? new Promise(() => {}) : Promise.resolve();
};
"""
"""For a page that has not begun: of work in steps, which says that it is busy, only the first step is done.

Whatever else gives way, as what starts a page, goes on at once.
"""
