using Bridge.Host.Import;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bridge.Host.Api.Register;

/// <summary>What became of a change, as HTTP says it.</summary>
internal static class RegisterAnswers
{
    public static IResult Show(RegisterAnswer answer) => answer switch
    {
        RegisterAnswer.Done { Row: { } row, Added: true } => TypedResults.Json(row, statusCode: StatusCodes.Status201Created),
        RegisterAnswer.Done { Row: { } row } => TypedResults.Ok(row),
        RegisterAnswer.Done => TypedResults.NoContent(),
        RegisterAnswer.NotThere => Answers.NotFound(),
        RegisterAnswer.Wrong wrong => Wrong(wrong.Errors),
        RegisterAnswer.Refused refused => Answers.Problem(StatusCodes.Status409Conflict, "register_conflict", $"Nothing was changed: {refused.Reason}."),
        RegisterAnswer.NotYours other => Answers.Forbidden("not-permitted", $"The column {other.Column} is not this post's to set."),
        RegisterAnswer.Failed => Answers.Problem(StatusCodes.Status503ServiceUnavailable, "register_unavailable", "The register cannot be written now."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static IResult Show(RegisterFileAnswer answer) => answer switch
    {
        RegisterFileAnswer.Done done => TypedResults.Ok(new RegisterFileView(done.Counts, done.TriedOnly)),
        RegisterFileAnswer.Wrong wrong => TypedResults.Problem(
            $"{wrong.Errors[0]}", statusCode: StatusCodes.Status400BadRequest, type: "urn:accessbridge:file",
            extensions: [new("code", "file"), new("errors", wrong.Errors.Select(error => new { error.Line, error.Column, error.Message }).ToArray())]),
        RegisterFileAnswer.TooMuch much => TypedResults.Problem(
            $"More than {RemovalLimit.Percent} percent of the rows would go; nothing was imported. If it is meant, allow removals.",
            statusCode: StatusCodes.Status409Conflict, type: "urn:accessbridge:too_many_removals", extensions: [new("code", "too_many_removals"), new("counts", much.Counts)]),
        RegisterFileAnswer.Failed => Answers.Problem(StatusCodes.Status503ServiceUnavailable, "register_unavailable", "The register cannot be written now."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ProblemHttpResult Wrong(IReadOnlyList<ImportFinding> errors)
    {
        var first = errors[0];
        return TypedResults.Problem(
            first.Column is null ? $"{first.Message}." : $"column {first.Column}: {first.Message}.", statusCode: StatusCodes.Status400BadRequest, type: "urn:accessbridge:row",
            extensions: [new("code", "row"), new("errors", errors.Select(error => new { error.Column, error.Message }).ToArray())]);
    }
}
