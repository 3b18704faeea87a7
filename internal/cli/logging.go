package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

// eventLog is how the other rooms write to the log: a level, a message and
// pairs of name and value. No value may be one of a record.
type eventLog struct {
	sugar    *zap.SugaredLogger
	evidence *zap.SugaredLogger // the file alone, whatever the least level
	file     io.Closer
}

// Event writes one line. An unknown level is written as info. Without a log,
// as in commands that write none, it does nothing.
func (l *eventLog) Event(level, msg string, kv ...any) {
	if l == nil {
		return
	}
	at, err := parseLevel(level)
	if err != nil {
		at = zapcore.InfoLevel
	}
	l.sugar.Logw(at, msg, kv...)
}

// Evidence writes a line that the file keeps whatever level it was opened with.
func (l *eventLog) Evidence(msg string, kv ...any) {
	if l != nil {
		l.evidence.Infow(msg, kv...)
	}
}

// Close writes out what is buffered.
func (l *eventLog) Close() error {
	_ = l.sugar.Sync() // a console cannot always be synced; the file is closed below
	if l.file == nil {
		return nil
	}
	return l.file.Close()
}

func parseLevel(s string) (zapcore.Level, error) {
	switch s {
	case "debug", "info", "warn", "error":
		return zapcore.ParseLevel(s)
	}
	return 0, fmt.Errorf("unknown level %q", s)
}

// maxLog is the size from which a log is put aside at the next start. Within a
// run nothing is: the log is evidence.
const maxLog = 64 << 20

// openLog appends JSON lines to the log of a directory. Warnings and errors are
// shown to the operator as well; at level debug console gets every line
// instead. The file is never sampled.
func openLog(dir runDir, level string, console io.Writer, operator zapcore.Core) (*eventLog, error) {
	at, err := parseLevel(level)
	if err != nil {
		return nil, err
	}
	path := dir.file(fileLog)
	if err := dir.rotateLog(); err != nil {
		return nil, fmt.Errorf("put the log aside: %w", err)
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open the log: %w", err)
	}
	enc := zap.NewProductionEncoderConfig()
	enc.TimeKey, enc.EncodeTime = "time", zapcore.ISO8601TimeEncoder
	out := zapcore.Lock(file)
	core := zapcore.NewCore(zapcore.NewJSONEncoder(enc), out, at)
	evidence := zap.New(zapcore.NewCore(zapcore.NewJSONEncoder(enc), out, zapcore.InfoLevel)).Sugar()
	if at == zapcore.DebugLevel {
		human := zap.NewDevelopmentEncoderConfig()
		human.EncodeTime = zapcore.TimeEncoderOfLayout("15:04:05.000")
		operator = zapcore.NewCore(zapcore.NewConsoleEncoder(human), zapcore.Lock(zapcore.AddSync(console)), at)
	}
	return &eventLog{sugar: zap.New(zapcore.NewTee(core, operator)).Sugar(), evidence: evidence, file: file}, nil
}

// rotateLog keeps a log that has grown large as run.log.1, in place of the one
// before it.
func (d runDir) rotateLog() error {
	info, err := os.Stat(d.file(fileLog))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil || info.Size() <= maxLog {
		return err
	}
	return os.Rename(d.file(fileLog), d.file(fileLogBefore))
}
