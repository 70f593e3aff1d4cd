using Bridge.Console.Desk;
using Bridge.Console.Posts.Questions;
using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby;
using Bridge.Host.Api.Lobby.Bodies;
using Bridge.Policy;
using Bridge.Policy.Admission;

namespace Bridge.Host.Seats.Posts;

/// <summary>What control room and office do alike, by the functions that answer the API.</summary>
internal sealed class Answerer(PostWindow window, DeskParts desk)
{
    public Task<ActOutcome> ActAsync(Permission needed, QuestionWish wish, CancellationToken stop) => window.ActAsync(needed, caller => wish switch
    {
        QuestionWish.TakeOn question => RequestEndpoints.ActAsync(caller, desk, new RequestAct.Acknowledge(new RequestId(question.Question)), [], stop),
        QuestionWish.Answer answer => RequestEndpoints.AnswerAsync(
            answer.Question, new AnswerBody(AnswerOf(answer.Reply), answer.HeadCount, string.IsNullOrWhiteSpace(answer.Reason) ? null : answer.Reason.Trim()), caller, desk, stop),
        _ => throw new System.Diagnostics.UnreachableException($"No act for {wish.GetType().Name}."),
    }, stop);

    public Task<ActOutcome> OpenForEmergencyAsync(EmergencyWish wish, CancellationToken stop) => window.ActAsync(
        Permission.EmergencyEntry, caller => CaseEndpoints.EmergencyAsync(wish.Lobby, new EmergencyBody(wish.Door, DeskActs.ReasonOf(wish.Reason)), caller, desk, stop), stop);

    private static Answer AnswerOf(QuestionReply reply) => reply switch
    {
        QuestionReply.Yes => Answer.Yes,
        QuestionReply.No => Answer.No,
        QuestionReply.Later => Answer.Later,
        QuestionReply.Coming => Answer.Coming,
        QuestionReply.NobodyAnswers => Answer.NobodyAnswers,
    };
}
