// Package verifime reads a customer table beside an archive of the events that
// VerifiMe has sent (RISK_ASSESSMENT_UPDATED), and joins the two.
//
// An event has a risk level and the reference that the client gave, and nothing
// that ARGOS asks for: no e-mail, no date of birth. So the rows are those of the
// customers, read by any other kind of source, with columns of the newest
// assessment behind them. What a level means for a customer is the operator's
// decision alone: nothing is approved that the option decisions does not say.
//
// With a secret, an event counts only if its signature is right. An event that
// cannot be used, or has no customer, is a row with a fault behind the last
// customer; nothing is lost in silence. Rejects are rows of the customer table
// in its own form, so a mended rejects file is a customer table again, and the
// archive stays where it is.
//
// Memory grows with the archive, by about 300 bytes an event, and not
// with the customer table.
package verifime
