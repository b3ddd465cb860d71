// The needs grid, like a spreadsheet: a block that is pasted spreads over the cells, arrows and Enter go from cell to cell.
// The page is complete without it.
'use strict';

(() => {
    const table = document.querySelector('table.needs');
    if (!table) {
        return;
    }
    const grid = Array.from(table.tBodies[0].rows, row => Array.from(row.querySelectorAll('td input')));

    const whereIs = input => {
        const row = grid.findIndex(cells => cells.includes(input));
        return row < 0 ? null : { row, column: grid[row].indexOf(input) };
    };

    const isAtEdge = (input, forward) => input.selectionStart === input.selectionEnd
        ? input.selectionEnd === (forward ? input.value.length : 0)
        : input.selectionStart === 0 && input.selectionEnd === input.value.length;

    table.addEventListener('keydown', event => {
        const at = whereIs(event.target);
        if (!at || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) {
            return;
        }
        const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
        const step = steps[event.key];
        if (!step || step[1] !== 0 && (event.shiftKey || !isAtEdge(event.target, step[1] > 0))) {
            return;
        }
        const next = grid[at.row + step[0]]?.[at.column + step[1]];
        // Enter on the last line saves, as it does in any form
        if (next) {
            event.preventDefault();
            next.focus();
            next.select();
        }
    });

    table.addEventListener('paste', event => {
        const at = whereIs(event.target);
        const text = event.clipboardData.getData('text/plain').replace(/(\r\n?|\n)+$/, '');
        if (!at || !/[\t\n\r]/.test(text)) {
            return;
        }
        event.preventDefault();
        text.split(/\r\n?|\n/).forEach((line, down) => line.split('\t').forEach((value, right) => {
            const cell = grid[at.row + down]?.[at.column + right];
            if (cell) {
                cell.value = value.trim();
            }
        }));
    });
})();
