CREATE TABLE branch_account (branch VARCHAR(10) NOT NULL, account_no INTEGER NOT NULL, holder_name VARCHAR(60), email VARCHAR(60), PRIMARY KEY (branch, account_no));
CREATE TABLE movement (movement_id INTEGER NOT NULL, branch VARCHAR(10) NOT NULL, account_no INTEGER NOT NULL, amount DECIMAL(10,2), PRIMARY KEY (movement_id), FOREIGN KEY (branch, account_no) REFERENCES branch_account (branch, account_no));
CREATE TABLE movement_note (note_id INTEGER NOT NULL, movement_id INTEGER NOT NULL, note VARCHAR(200), PRIMARY KEY (note_id), FOREIGN KEY (movement_id) REFERENCES movement (movement_id));
INSERT INTO branch_account VALUES ('NORTH', 5, 'Kim Known', 'kim@example.org');
INSERT INTO branch_account VALUES ('SOUTH', 5, 'Lee Stranger', 'lee@example.org');
INSERT INTO movement VALUES (70, 'NORTH', 5, 1.50);
INSERT INTO movement VALUES (80, 'SOUTH', 5, 2.50);
INSERT INTO movement_note VALUES (700, 70, 'first');
INSERT INTO movement_note VALUES (800, 80, 'second');
