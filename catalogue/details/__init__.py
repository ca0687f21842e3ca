"""The pages of one film, person, company, text, selection or page of one’s own, each made of its document.

That is the published one, for the views of visitors, or what is saved, for drafts and previews (see `saved`). Then
`request.draft` says so, and what leads to other pages of the same object leads to those of the draft.
"""
