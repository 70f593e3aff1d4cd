namespace Bridge.Console.Posts.Questions;

/// <summary>What a post does with a question. The hierarchy is closed.</summary>
public abstract record QuestionWish
{
    private QuestionWish()
    {
    }

    public sealed record TakeOn(long Question) : QuestionWish;

    /// <param name="HeadCount">For how many people the yes is; null for all.</param>
    /// <param name="Reason">Sealed, and never shown to the lobby.</param>
    public sealed record Answer(long Question, QuestionReply Reply, int? HeadCount, string? Reason) : QuestionWish;
}
