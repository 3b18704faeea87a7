package cli

import (
	"fmt"
	"io"
	"os"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

// eventLog is how the other rooms write to the log: a level, a message and
// pairs of name and value. No value may be one of a record.
type eventLog struct {
	sugar *zap.SugaredLogger
	file  io.Closer
}

// Event writes one line. An unknown level is written as info.
func (l *eventLog) Event(level, msg string, kv ...any) {
	at, err := parseLevel(level)
	if err != nil {
		at = zapcore.InfoLevel
	}
	l.sugar.Logw(at, msg, kv...)
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

// openLog appends JSON lines to path, and at level debug writes readable ones
// to console as well. Nothing is sampled: the log is evidence.
func openLog(path, level string, console io.Writer) (*eventLog, error) {
	at, err := parseLevel(level)
	if err != nil {
		return nil, err
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open the log: %w", err)
	}
	enc := zap.NewProductionEncoderConfig()
	enc.TimeKey, enc.EncodeTime = "time", zapcore.ISO8601TimeEncoder
	core := zapcore.NewCore(zapcore.NewJSONEncoder(enc), zapcore.Lock(file), at)
	if at == zapcore.DebugLevel {
		human := zap.NewDevelopmentEncoderConfig()
		human.EncodeTime = zapcore.TimeEncoderOfLayout("15:04:05.000")
		core = zapcore.NewTee(core, zapcore.NewCore(zapcore.NewConsoleEncoder(human), zapcore.Lock(zapcore.AddSync(console)), at))
	}
	return &eventLog{sugar: zap.New(core).Sugar(), file: file}, nil
}
