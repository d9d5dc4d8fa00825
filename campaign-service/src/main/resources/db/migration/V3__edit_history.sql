-- {past, future}: the graphs around the present one, for undo and redo; undo_graph knew only one of them.
alter table campaign add column history text;
alter table campaign drop column undo_graph;
