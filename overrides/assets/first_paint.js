// Before the first paint: the theme that the reader chose (shell/theme.js keeps it).

import { read } from "./shell/kept.js";

const theme = read("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
