package sandbox

import (
	"errors"
	"net/http"
	"time"
)

// remove deletes a submission (contracts.md A6). What the real service keeps
// of it, and bills for, stays visible by id.
func (s *Sandbox) remove(c *call, lead time.Duration) answer {
	id := c.param("submission_id")
	now := s.Now()
	err := s.store.remove(c.project, id, now, now.Add(lead))
	switch {
	case errors.Is(err, errNoRecord):
		const what = "not Exist Submission ID"
		return answer{
			status: http.StatusBadRequest, code: what, application: true,
			body: encode(map[string]any{"message": what, "statusCode": http.StatusBadRequest}),
		}
	case err != nil:
		return httpAnswer(http.StatusInternalServerError, "Internal Server Error")
	}
	return okAnswer(map[string]any{
		"message": "success", "content": "Submission " + id + " deleted successfully.", "statusCode": http.StatusOK,
	})
}
